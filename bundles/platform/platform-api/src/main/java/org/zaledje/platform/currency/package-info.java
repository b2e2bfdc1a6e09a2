/** Amounts of money and rates between currencies. */
@Export
@Version("0.1.0")
package org.zaledje.platform.currency;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
