/** The rows of one company: how functions read and write their tables. */
@Export
@Version("0.1.0")
package org.zaledje.platform.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
