/** How a function shows itself to the platform, and how the platform tells what is installed. */
@Export
@Version("0.2.0")
package org.zaledje.platform.function;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
