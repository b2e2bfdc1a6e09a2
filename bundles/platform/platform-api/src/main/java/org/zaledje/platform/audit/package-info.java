/** Who did what to which record. */
@Export
@Version("0.2.0")
package org.zaledje.platform.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
