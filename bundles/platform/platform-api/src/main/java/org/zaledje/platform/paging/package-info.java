/** Reading long lists in pages that stay right while rows are added. */
@Export
@Version("0.1.0")
package org.zaledje.platform.paging;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
