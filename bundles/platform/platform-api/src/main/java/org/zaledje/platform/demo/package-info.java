/** Content that shows what a function does. */
@Export
@Version("0.1.0")
package org.zaledje.platform.demo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
