package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

/** Signature: workflow-api. */
public interface FlowNodeAction extends Action {}
