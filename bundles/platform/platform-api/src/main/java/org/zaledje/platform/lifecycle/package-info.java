/** How the platform ends. */
@Export
@Version("0.1.0")
package org.zaledje.platform.lifecycle;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
