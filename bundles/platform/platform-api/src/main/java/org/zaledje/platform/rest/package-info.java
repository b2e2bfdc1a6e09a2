/** Whiteboard contract for REST resources. */
@Export
@Version("0.1.0")
package org.zaledje.platform.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
