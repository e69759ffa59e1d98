package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletResponse;

/** Signature: stapler. */
public interface StaplerResponse2 extends HttpServletResponse {}
