/** Who is calling, and what they may do. */
@Export
@Version("0.1.0")
package org.zaledje.platform.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
