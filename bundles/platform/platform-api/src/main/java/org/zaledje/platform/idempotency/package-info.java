/** Requests that can be sent again without taking effect again. */
@Export
@Version("0.1.0")
package org.zaledje.platform.idempotency;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
