/** Working days, holidays and working hours. */
@Export
@Version("0.1.0")
package org.zaledje.platform.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
