/** Whiteboard contract for REST resources, and their description. */
@Export
@Version("0.2.0")
package org.zaledje.platform.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
