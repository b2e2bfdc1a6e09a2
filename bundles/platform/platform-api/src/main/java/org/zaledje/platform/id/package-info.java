/** Identifiers made in the application. */
@Export
@Version("0.1.0")
package org.zaledje.platform.id;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
