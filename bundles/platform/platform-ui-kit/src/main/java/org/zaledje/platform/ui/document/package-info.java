/** Documents of records, as pages show them. */
@Export
@Version("0.1.0")
package org.zaledje.platform.ui.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
