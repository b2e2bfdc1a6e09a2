/** What went wrong, in a form that every door (web UI, REST, SOAP, shell) can tell its caller. */
@Export
@Version("0.2.0")
package org.zaledje.platform.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
