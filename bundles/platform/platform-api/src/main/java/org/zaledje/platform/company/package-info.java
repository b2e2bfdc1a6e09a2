/** The legal entities whose business the back office runs. */
@Export
@Version("0.1.0")
package org.zaledje.platform.company;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
