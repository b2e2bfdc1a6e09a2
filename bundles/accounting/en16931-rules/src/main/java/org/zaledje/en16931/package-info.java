/**
 * Checking and reading electronic invoices: UBL 2.1 Invoice and CreditNote, UN/CEFACT Cross Industry Invoice (D16B).
 */
@Export
@Version("0.1.0")
package org.zaledje.en16931;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
