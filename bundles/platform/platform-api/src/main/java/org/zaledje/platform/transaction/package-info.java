/** Work that takes effect as a whole or not at all. */
@Export
@Version("0.1.0")
package org.zaledje.platform.transaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
