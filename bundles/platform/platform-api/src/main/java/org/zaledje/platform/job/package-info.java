/** Work that is done in the background, by the clock or by hand, on one node at a time. */
@Export
@Version("0.1.0")
package org.zaledje.platform.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
