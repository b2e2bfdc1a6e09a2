/**
 * Tables in XLSX. They are read by our own few classes, for the libraries hold all texts of a workbook in memory: here they
 * lie in a file beside, and nothing that is read can be longer than its limit.
 */
package org.zaledje.platform.exchange.internal.xlsx;
