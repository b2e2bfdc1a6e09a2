/** The general ledger: accounts, journal entries, trial balance. */
@Export
@Version("0.1.0")
package org.zaledje.accounting.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
