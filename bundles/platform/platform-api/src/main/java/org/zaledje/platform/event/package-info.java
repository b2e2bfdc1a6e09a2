/** What functions tell each other, durably. */
@Export
@Version("0.1.0")
package org.zaledje.platform.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
