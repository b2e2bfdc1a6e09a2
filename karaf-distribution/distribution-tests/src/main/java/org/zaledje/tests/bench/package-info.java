/** Measures the distribution against what it stands on, in one run on one machine. */
package org.zaledje.tests.bench;
