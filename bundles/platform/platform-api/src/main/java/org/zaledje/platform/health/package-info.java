/** Whether the platform can do its work. */
@Export
@Version("0.1.0")
package org.zaledje.platform.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
