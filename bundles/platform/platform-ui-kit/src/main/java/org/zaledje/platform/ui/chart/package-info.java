/** Charts that lead to the records behind them, and can be read as tables. */
@Export
@Version("0.1.0")
package org.zaledje.platform.ui.chart;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
