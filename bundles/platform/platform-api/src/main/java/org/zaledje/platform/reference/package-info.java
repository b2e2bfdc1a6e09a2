/** References from records of one function to those of another, which may come and go. */
@Export
@Version("0.1.0")
package org.zaledje.platform.reference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
