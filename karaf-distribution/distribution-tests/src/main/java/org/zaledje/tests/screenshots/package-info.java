/** Pictures of every page. */
package org.zaledje.tests.screenshots;
