package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;

/**
 * What the options of components are read with.
 *
 * @param facts of the run
 * @param interpolation renders texts
 * @param problems where problems go
 */
record PlanningPlace(RunFacts facts, Interpolation interpolation, ProblemCollector problems) {}
