/** Files that are attached to records of functions, with their versions. */
@Export
@Version("0.1.0")
package org.zaledje.platform.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
