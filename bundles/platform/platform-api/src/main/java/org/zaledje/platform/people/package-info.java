/** Users, their roles, tokens and sessions: who may come in, and what they may do. */
@Export
@Version("0.1.0")
package org.zaledje.platform.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
