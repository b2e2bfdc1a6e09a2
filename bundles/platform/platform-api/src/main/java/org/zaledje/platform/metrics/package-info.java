/** Figures that programs watch an installation by. */
@Export
@Version("0.1.0")
package org.zaledje.platform.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
