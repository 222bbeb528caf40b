/** How a first attempt with React Flow looks: all state in one parent, handlers made anew, nothing remembered, nothing left out. */
import '../../src/editor/canvas/canvas.css';
import {
  applyEdgeChanges,
  applyNodeChanges,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { FlowDocument } from '../../src/flow/document.ts';
import { type BareCard, bareScene } from './bare-scene.ts';
import { lookAt, middleOf, type Scene } from './scene.ts';

type CardNode = Node<{ card: BareCard; text: string }>;

function Card({ data: { card, text } }: NodeProps<CardNode>) {
  return (
    <div className="step-card" style={{ width: card.width, height: card.height }}>
      <Handle id="in" type="target" position={Position.Left} style={{ top: 28 }} />
      <div className="step-head">
        <span className="step-title">{card.title}</span>
        <p className="step-body">{text}</p>
      </div>
      <ul className="step-exits">
        {card.exits.map((exit) => (
          <li key={exit} className="step-exit">
            <span className="truncate">{exit}</span>
            <Handle id={exit} type="source" position={Position.Right} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const TYPES = { step: Card };
let instance: ReactFlowInstance<CardNode, Edge> | undefined;

function Naive({ document, target }: { readonly document: FlowDocument; readonly target: string }) {
  const [nodes, setNodes] = useState<CardNode[]>(() =>
    bareScene(document).cards.map((card) => ({
      id: card.id,
      type: 'step',
      position: { x: card.x, y: card.y },
      data: { card, text: card.text },
    })),
  );
  const [edges, setEdges] = useState<Edge[]>(() =>
    Object.values(document.edges).map((edge) => ({
      id: edge.id,
      source: edge.from,
      sourceHandle: edge.exit,
      target: edge.to,
      targetHandle: 'in',
    })),
  );
  const text = nodes.find(({ id }) => id === target)?.data.text ?? '';
  const type = (next: string) =>
    setNodes(
      nodes.map((node) => (node.id === target ? { ...node, data: { ...node.data, text: next } } : node)),
    );
  return (
    <div className="flow-canvas" style={{ position: 'absolute', inset: 0 }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={TYPES}
        minZoom={0.1}
        onInit={(made) => {
          instance = made;
        }}
        onNodesChange={(changes) => setNodes((all) => applyNodeChanges(changes, all))}
        onEdgesChange={(changes) => setEdges((all) => applyEdgeChanges(changes, all))}
        onConnect={() => {}}
      />
      <input
        style={{ position: 'absolute', right: 12, top: 12, zIndex: 10 }}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}

export function showNaive(root: HTMLElement, drawing: FlowDocument): Scene {
  const target = middleOf(drawing);
  createRoot(root).render(<Naive document={drawing} target={target.id} />);
  return {
    target: target.id,
    ready: () => instance !== undefined && root.querySelector('.react-flow__edge') !== null,
    look: (x, y, zoom) =>
      void instance?.setViewport({
        x: window.innerWidth / 2 - x * zoom,
        y: window.innerHeight / 2 - y * zoom,
        zoom,
      }),
    place: () => instance!.getViewport(),
    async edit() {
      void instance?.setViewport(lookAt(target, 1));
      root.querySelector('input')?.focus();
    },
  };
}
