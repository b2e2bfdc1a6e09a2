/** How the platform starts and ends. */
@Export
@Version("0.2.0")
package org.zaledje.platform.lifecycle;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
