/** The page of a record: its form, and the tabs that functions and the platform add to it. */
@Export
@Version("0.1.0")
package org.zaledje.platform.ui.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
