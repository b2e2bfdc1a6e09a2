/** Procedures: what is done with a record, step by step, and by whom. */
@Export
@Version("0.1.0")
package org.zaledje.platform.procedure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
