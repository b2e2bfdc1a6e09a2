/** User-visible text in the languages of the platform. */
@Export
@Version("0.1.0")
package org.zaledje.platform.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
