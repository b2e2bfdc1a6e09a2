/** Whiteboard contract for SOAP endpoints. */
@Export
@Version("0.1.0")
package org.zaledje.platform.soap;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
