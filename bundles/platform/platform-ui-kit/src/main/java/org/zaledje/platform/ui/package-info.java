/** How a function brings pages into the web UI, and the pieces to build them from. */
@Export
@Version("0.1.0")
package org.zaledje.platform.ui;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
