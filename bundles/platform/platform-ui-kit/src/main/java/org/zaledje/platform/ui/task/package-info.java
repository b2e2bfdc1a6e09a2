/** Tasks and procedures on pages: what can be done with a task, and where a record stands. */
@Export
@Version("0.1.0")
package org.zaledje.platform.ui.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
