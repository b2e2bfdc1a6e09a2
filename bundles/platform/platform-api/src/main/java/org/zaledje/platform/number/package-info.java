/** Numbers of records: without gaps where law asks for that, fast elsewhere. */
@Export
@Version("0.1.0")
package org.zaledje.platform.number;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
