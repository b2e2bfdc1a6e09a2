/** Import and export of records as tables: CSV and XLSX. */
@Export
@Version("0.2.0")
package org.zaledje.platform.exchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
