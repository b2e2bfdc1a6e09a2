/** Invoices that suppliers send: checked, stored, proposed for posting, posted. */
@Export
@Version("0.1.0")
package org.zaledje.accounting.invoice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
