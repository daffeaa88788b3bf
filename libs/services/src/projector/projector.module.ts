import { Module } from '@nestjs/common';
import { Projecting } from './projecting.js';

/** Projects the log into read models. Nothing that acts on the world is within its reach. */
@Module({ providers: [Projecting], exports: [Projecting] })
export class ProjectorModule {}
