/** Drives a built distribution from outside: starts, calls and ends it, opens it in a browser, makes functions. */
package org.zaledje.tests.harness;
