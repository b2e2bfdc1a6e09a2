/** Drives a built distribution from outside: starts and ends it, calls it, opens it in a browser, makes functions for it. */
package org.zaledje.tests.harness;
