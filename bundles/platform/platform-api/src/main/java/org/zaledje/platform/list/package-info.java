/** Lists: which fields they can be filtered and sorted by, declared once for REST, pages and exports. */
@Export
@Version("0.2.0")
package org.zaledje.platform.list;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
