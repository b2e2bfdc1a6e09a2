/** The id that ties together all that is logged, answered and stored for one request or one run of a job. */
@Export
@Version("0.1.0")
package org.zaledje.platform.correlation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
