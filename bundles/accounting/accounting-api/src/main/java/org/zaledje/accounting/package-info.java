/** Accounting: what holds for all of it. */
@Export
@Version("0.1.0")
package org.zaledje.accounting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
